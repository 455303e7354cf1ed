using ImageStreams.Schemas;

namespace ImageStreams.Clients;

/// <summary>The schemas of the kinds that are patched.</summary>
internal static class ImageSchemas
{
    private const string Version = "v1";

    public static ObjectSchema Streams => Get(ImageStream.KindName);

    public static ObjectSchema Tags => Get(ImageStreamTag.KindName);

    public static ObjectSchema ImageTags => Get(ImageTag.KindName);

    public static ObjectSchema Imports => Get(ImageStreamImport.KindName);

    public static ObjectSchema Images => Get(Image.KindName);

    private static ObjectSchema Get(string kind) => ObjectSchemas.Find(ResourceNames.Group, Version, kind)
        ?? throw new InvalidOperationException($"There is no schema of {kind}.");
}
