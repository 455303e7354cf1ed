using System.Net;

namespace ImageStreams.Testing;

/// <summary>A way for a fake registry to fail; see <see cref="InMemoryRegistry.FailNext"/>.</summary>
/// <remarks>A closed hierarchy with one nested type for each fault.</remarks>
public abstract record RegistryFault
{
    private RegistryFault()
    {
    }

    /// <summary>The registry responds with a status instead of content.</summary>
    public sealed record Status : RegistryFault
    {
        /// <summary>The status.</summary>
        public required HttpStatusCode Code { get; init; }

        /// <summary>The code of the error in the body; empty for a body without errors.</summary>
        public string ErrorCode { get; init; } = "";

        /// <summary>The value of <c>Retry-After</c>, in seconds or as an HTTP date; empty for none.</summary>
        public string RetryAfter { get; init; } = "";
    }

    /// <summary>The registry closes the connection without a response.</summary>
    public sealed record NetworkFailure : RegistryFault;

    /// <summary>The registry sends content that does not match its digest; for <c>HEAD</c>, another digest.</summary>
    public sealed record WrongContent : RegistryFault;

    /// <summary>The registry closes the connection in the middle of the body.</summary>
    public sealed record TruncatedBody : RegistryFault;

    /// <summary>The registry leaves out the <c>Docker-Content-Digest</c> header.</summary>
    public sealed record MissingDigestHeader : RegistryFault;

    /// <summary>The registry responds late, by its own clock.</summary>
    public sealed record Delay : RegistryFault
    {
        /// <summary>The delay.</summary>
        public required TimeSpan Duration { get; init; }
    }

    /// <summary>The registry responds with any content.</summary>
    public sealed record Response : RegistryFault
    {
        /// <summary>The status; 200 by default.</summary>
        public HttpStatusCode Code { get; init; } = HttpStatusCode.OK;

        /// <summary>The media type of the body; empty for none.</summary>
        public string ContentType { get; init; } = "";

        /// <summary>The body.</summary>
        public ReadOnlyMemory<byte> Body { get; init; }

        /// <summary>The value of the <c>Location</c> header; empty for none.</summary>
        public string Location { get; init; } = "";

        /// <summary>The value of the <c>Link</c> header; empty for none.</summary>
        public string Link { get; init; } = "";
    }
}
