using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.Clients;
using ImageStreams.Collections;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Logs users in by client certificates.</summary>
internal sealed class CertificateLogin(CertificateVerifier verifier) : ILoginMethod
{
    private const string CredentialKey = "authentication.kubernetes.io/credential-id";

    public async ValueTask<LoginResult> TryAsync(HttpContext context)
    {
        var certificate = await context.Connection.GetClientCertificateAsync(context.RequestAborted).ConfigureAwait(false);
        if (certificate is null)
        {
            return LoginResult.None;
        }

        var name = verifier.IsTrusted(certificate) ? CertificateNames.GetCommonName(certificate) : "";
        return name.Length == 0 ? LoginResult.Unknown : LoginResult.Found(CreateUser(certificate, name));
    }

    private static ApiUser CreateUser(X509Certificate2 certificate, string name) => new()
    {
        Name = name,
        Groups = [.. CertificateNames.GetOrganizations(certificate)],
        Extra = ValueMap.Create<ValueList<string>>([new(CredentialKey, [$"X509SHA256={GetHash(certificate)}"])]),
    };

    private static string GetHash(X509Certificate2 certificate) => Convert.ToHexStringLower(certificate.GetCertHash(HashAlgorithmName.SHA256));
}
