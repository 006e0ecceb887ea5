/// Miniature patent documents in the exact paths of the real ones.
enum Patents {
  /// A document of today's form.
  static func new(number: String = "115212463", extra: String = "", doctype: String = "") -> String
  {
    """
    <?xml version="1.0" encoding="utf-8" standalone="no"?>\(doctype)
    <business:PatentDocumentAndRelated xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" \
    xmlns:business="http://www.sipo.gov.cn/XMLSchema/business" \
    xmlns:tbl="http://oasis-open.org/specs/soextblx" lang="zh" country="CN" \
    docNumber="\(number)" kind="A" datePublication="20221021">
      <business:BibliographicData>
        <business:PublicationReference dataFormat="original"><base:DocumentID>
          <base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>\(number)</base:DocNumber>
          <base:Kind>A</base:Kind><base:Date>20221021</base:Date>
        </base:DocumentID></business:PublicationReference>
        <business:PublicationReference dataFormat="standard"><base:DocumentID>
          <base:DocNumber>999</base:DocNumber></base:DocumentID></business:PublicationReference>
        <business:ApplicationReference applType="10" dataFormat="original"><base:DocumentID>
          <base:DocNumber>201510481495.9</base:DocNumber><base:Date>20150807</base:Date>
        </base:DocumentID></business:ApplicationReference>
        <business:ApplicationReference applType="10" dataFormat="standard"><base:DocumentID>
          <base:DocNumber>102015000481495</base:DocNumber></base:DocumentID>
        </business:ApplicationReference>
        <business:PriorityDetails><business:Priority>
          <base:WIPOST3Code>KR</base:WIPOST3Code><base:DocNumber>10-2016</base:DocNumber>
        </business:Priority></business:PriorityDetails>
        <business:ClassificationIPCRDetails>
          <business:ClassificationIPCR><business:Section>A</business:Section>\
    <business:MainClass>61</business:MainClass><business:Subclass>N</business:Subclass>\
    <business:MainGroup>5</business:MainGroup><business:Subgroup>00</business:Subgroup>
            <base:Text>A61N    5/00    (2006.01)</base:Text></business:ClassificationIPCR>
          <business:ClassificationIPCR><business:Section>G</business:Section>\
    <business:MainClass>09</business:MainClass><business:Subclass>G</business:Subclass>\
    <business:MainGroup>3</business:MainGroup><business:Subgroup>36</business:Subgroup>
          </business:ClassificationIPCR>
        </business:ClassificationIPCRDetails>
        <business:InventionTitle lang="zh">一种 H<base:Sub>2</base:Sub>O 装置</business:InventionTitle>
        <business:Parties>
          <business:ApplicantDetails><business:Applicant dataFormat="original"><base:AddressBook>
            <base:Name>甲公司</base:Name><base:Address><base:Province>北京市</base:Province>
            <base:Street>0</base:Street></base:Address></base:AddressBook></business:Applicant>
            <business:Applicant dataFormat="standard"><base:AddressBook>
            <base:Name>JIA CO</base:Name></base:AddressBook></business:Applicant>
            <business:Applicant><base:AddressBook><base:Name>0</base:Name>
            <base:Address><base:Province>0</base:Province></base:Address></base:AddressBook>
            </business:Applicant>
          </business:ApplicantDetails>
          <business:InventorDetails>
            <business:Inventor><base:AddressBook><base:Name>曹凯</base:Name></base:AddressBook>
            </business:Inventor>
            <business:Inventor><base:AddressBook><base:Name>张圈世</base:Name></base:AddressBook>
            </business:Inventor>
          </business:InventorDetails>
          <business:AgentDetails><business:Agent><business:Agency><base:AddressBook>
            <base:OrganizationName>代理公司</base:OrganizationName></base:AddressBook>
            </business:Agency><base:AddressBook><base:Name>许静</base:Name></base:AddressBook>
          </business:Agent></business:AgentDetails>
        </business:Parties>
        <business:ReferencesCited><business:Citation><business:InventionTitle>别的</business:InventionTitle>
        </business:Citation></business:ReferencesCited>
      </business:BibliographicData>
      <business:Abstract><base:Paragraphs num="0001">摘要之一。\(extra)</base:Paragraphs>
        <business:AbstractFigure><base:Figure>图</base:Figure></business:AbstractFigure>
      </business:Abstract>
      <business:Description>
        <business:InventionTitle>一种装置</business:InventionTitle>
        <business:TechnicalField><base:Paragraphs id="p1">技术领域</base:Paragraphs>
          <base:Paragraphs id="p2" num="n1">涉及甲。</base:Paragraphs></business:TechnicalField>
        <business:Disclosure><base:Paragraphs id="p3" num="n2">第一段。</base:Paragraphs>
          <base:Paragraphs num="n3">表<tbl:table><tbl:row><tbl:entry>子</tbl:entry>
            <tbl:entry>丑</tbl:entry></tbl:row></tbl:table></base:Paragraphs>
        </business:Disclosure>
      </business:Description>
      <business:Claims>
        <business:Claim num="0001"><business:ClaimText>1.一种装置，包括：</business:ClaimText>
          <business:ClaimText>机体(1)。</business:ClaimText></business:Claim>
        <business:Claim num="0002"><business:ClaimText>2.如权利要求1。</business:ClaimText></business:Claim>
      </business:Claims>
    </business:PatentDocumentAndRelated>

    """
  }

  /// A document of the form before.
  static func old(number: String = "104223352", extra: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <?xml-stylesheet type="text/xsl" href="/showxml/xsl/XSL0117new.xsl"?>
    <cn-patent-document lang="ZH" country="CN">
      <cn-bibliographic-data>
        <cn-publication-reference><document-id><country>CN</country>
          <doc-number>\(number)</doc-number><kind>A</kind><date>20141224</date></document-id>
          <gazette-reference><date>20130101</date></gazette-reference></cn-publication-reference>
        <application-reference><document-id><country>CN</country>
          <doc-number>201410408762.5</doc-number><date>20140819</date></document-id>
        </application-reference>
        <priority-claims><priority-claim><country>US</country><doc-number>60/9</doc-number>
        </priority-claim></priority-claims>
        <classifications-ipcr><classification-ipcr><text>A24B   15/18    (2006.01)</text>
        </classification-ipcr></classifications-ipcr>
        <invention-title>一种香料\(extra)</invention-title>
        <abstract><p num="1">摘要。</p><p num="bio"><bio-deposit>CGMCC</bio-deposit></p></abstract>
        <cn-parties>
          <cn-applicants><cn-applicant><addressbook><name>云南公司</name>
            <address><text>昆明市</text></address></addressbook></cn-applicant></cn-applicants>
          <cn-inventors><cn-inventor><name>段焰青</name></cn-inventor>
            <cn-inventor><name>者为</name></cn-inventor></cn-inventors>
          <cn-agents><cn-agent><cn-agency><name>事务所</name></cn-agency><name>谢嘉</name></cn-agent>
          </cn-agents>
        </cn-parties>
      </cn-bibliographic-data>
      <application-body>
        <description><invention-title>一种香料</invention-title>
          <p num="0001">技术领域</p><p num="0002">涉及酵</p><p>母。</p><p>背景技术</p><p>已有。</p>
        </description>
        <claims><claim num="0001"><claim-text>1.接种长
    \t\t\t<br/>孢洛德酵母<br/>CGMCC 6645，
    \t\t\t<br />过滤。
    \t\t\t<br /></claim-text></claim></claims>
      </application-body>
    </cn-patent-document>

    """
  }
}
