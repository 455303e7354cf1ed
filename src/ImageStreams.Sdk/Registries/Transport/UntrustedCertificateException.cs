using System.Security.Authentication;

namespace ImageStreams.Registries;

/// <summary>The exception of a certificate that is not trusted; the message is the reason.</summary>
internal sealed class UntrustedCertificateException(string reason) : AuthenticationException(reason);
