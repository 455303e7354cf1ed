namespace ImageStreams.Triggers;

/// <summary>Names of files as SARIF wants them: URIs, relative ones without a scheme.</summary>
internal static class SarifUri
{
    /// <summary>The URI of a path or of an absolute URI.</summary>
    public static string FromPath(string file) =>
        Uri.TryCreate(file, UriKind.Absolute, out var uri)
            ? uri.AbsoluteUri
            : string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
