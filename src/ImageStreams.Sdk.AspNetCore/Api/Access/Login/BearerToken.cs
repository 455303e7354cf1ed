using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the bearer token of a request.</summary>
internal static class BearerToken
{
    /// <summary>The number of characters of the longest token that anybody knows.</summary>
    public const int MaxLength = 16 * 1024;

    private const string Prefix = "Bearer ";

    /// <summary>Finds the token; empty when there is none.</summary>
    public static string Find(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : "";
    }
}
