namespace ImageStreams.Triggers;

/// <summary>Converts file names to the URIs that SARIF requires; relative ones have no scheme.</summary>
internal static class SarifUri
{
    /// <summary>Converts a path or an absolute URI.</summary>
    public static string FromPath(string file) =>
        Uri.TryCreate(file, UriKind.Absolute, out var uri)
            ? uri.AbsoluteUri
            : string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
