using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.AspNetCore;

/// <summary>Options of logging in by client certificates: the common name is the user, each organization a group.</summary>
/// <remarks>
/// Kestrel must ask for certificates and leave their verification to the API:
/// <c>ClientCertificateMode.AllowCertificate</c> with <c>AllowAnyClientCertificate()</c>.
/// </remarks>
public sealed class ClientCertificateLoginOptions
{
    /// <summary>The path of a PEM file with the authorities that sign client certificates; null, the default, for none.</summary>
    public string? AuthorityFile { get; set; }

    /// <summary>The function that returns the authorities; null, the default, for those of <see cref="AuthorityFile"/>. Called when the
    /// API is mapped. Set in code only.</summary>
    public Func<X509Certificate2Collection>? GetAuthorities { get; set; }

    /// <summary>Gets a value indicating whether client certificates count.</summary>
    internal bool IsOn => AuthorityFile is not null || GetAuthorities is not null;
}
