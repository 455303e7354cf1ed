using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ImageStreams.Testing.Server;

/// <summary>Writes the file by which clients find a cluster.</summary>
internal static class Kubeconfig
{
    /// <summary>Writes a file with one context, in the namespace <c>default</c>.</summary>
    /// <remarks>Client libraries require a way to log in, also where nobody must: the token is any text.</remarks>
    /// <param name="address">The address of the API.</param>
    /// <param name="authority">The authority of its certificate; null for plain HTTP.</param>
    public static string Write(Uri address, X509Certificate2? authority)
    {
        var text = new StringBuilder()
            .Append("apiVersion: v1\nkind: Config\ncurrent-context: fake\nclusters:\n- name: fake\n  cluster:\n")
            .Append("    server: ").Append(address.GetLeftPart(UriPartial.Authority)).Append('\n');
        if (authority is not null)
        {
            var pem = Encoding.ASCII.GetBytes(authority.ExportCertificatePem() + "\n");
            text.Append("    certificate-authority-data: ").Append(Convert.ToBase64String(pem)).Append('\n');
        }

        return text
            .Append("contexts:\n- name: fake\n  context:\n    cluster: fake\n    namespace: default\n    user: admin\n")
            .Append("users:\n- name: admin\n  user:\n    token: fake\n")
            .ToString();
    }
}
