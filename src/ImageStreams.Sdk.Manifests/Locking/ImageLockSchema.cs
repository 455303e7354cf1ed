using System.Text;

namespace ImageStreams.Manifests;

/// <summary>The JSON schema of <c>imagestreams.lock.json</c>, for editors.</summary>
public static class ImageLockSchema
{
    /// <summary>The usual name of the schema's file beside a lock, whose <c>$schema</c> can name it.</summary>
    public const string FileName = "imagestreams.lock.schema.json";

    /// <summary>Gets the text of the schema, of JSON schema draft 7.</summary>
    public static string GetText()
    {
        using var stream = typeof(ImageLockSchema).Assembly.GetManifestResourceStream(FileName)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
