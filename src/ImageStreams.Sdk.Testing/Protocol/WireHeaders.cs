namespace ImageStreams.Testing.Protocol;

/// <summary>The headers of the distribution API.</summary>
internal static class WireHeaders
{
    public const string ContentDigest = "Docker-Content-Digest";
    public const string Location = "Location";
    public const string Link = "Link";
    public const string Range = "Range";
    public const string UploadId = "Docker-Upload-UUID";
    public const string Challenge = "WWW-Authenticate";
    public const string RetryAfter = "Retry-After";
    public const string FiltersApplied = "OCI-Filters-Applied";
    public const string Subject = "OCI-Subject";
}
