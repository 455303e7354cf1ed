using System.Security.Authentication;

namespace ImageStreams.Registries;

/// <summary>The exception of a server that answers in plain HTTP where TLS was expected.</summary>
internal sealed class PlainHttpException() : AuthenticationException("The server speaks plain HTTP.");
