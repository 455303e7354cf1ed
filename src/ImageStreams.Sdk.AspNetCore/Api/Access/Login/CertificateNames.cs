using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the names in the subject of a certificate.</summary>
/// <remarks>Kubernetes' tools write all organizations into one relative name, which .NET's own reader does not take apart.</remarks>
internal static class CertificateNames
{
    private const string CommonNameId = "2.5.4.3";
    private const string OrganizationId = "2.5.4.10";

    /// <summary>Gets the last common name; empty when there is none.</summary>
    public static string GetCommonName(X509Certificate2 certificate) => Read(certificate, CommonNameId).LastOrDefault("");

    /// <summary>Gets the organizations, in order.</summary>
    public static IReadOnlyList<string> GetOrganizations(X509Certificate2 certificate) => Read(certificate, OrganizationId);

    private static List<string> Read(X509Certificate2 certificate, string id)
    {
        var values = new List<string>();
        var names = new AsnReader(certificate.SubjectName.RawData, AsnEncodingRules.DER).ReadSequence();
        while (names.HasData)
        {
            ReadSet(names.ReadSetOf(), id, values);
        }

        return values;
    }

    // RelativeDistinguishedName ::= SET OF SEQUENCE { type OBJECT IDENTIFIER, value }   (RFC 5280, 4.1.2.4)
    private static void ReadSet(AsnReader set, string id, List<string> values)
    {
        while (set.HasData)
        {
            var name = set.ReadSequence();
            if (name.ReadObjectIdentifier() == id)
            {
                values.Add(ReadText(name));
            }
        }
    }

    private static string ReadText(AsnReader name) => name.ReadCharacterString((UniversalTagNumber)name.PeekTag().TagValue);
}
