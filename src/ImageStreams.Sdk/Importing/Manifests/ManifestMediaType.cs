using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Determines the media type of a manifest from its header, its own <c>mediaType</c> and its fields.</summary>
internal static class ManifestMediaType
{
    /// <summary>Finds the media type, one of those that are supported.</summary>
    /// <exception cref="ImageFormatException">The three do not agree, or the schema is unknown.</exception>
    public static string Find(ManifestDocuments.Header header, ManifestShape shape, string served)
    {
        var mediaType = FindNamed(served, header.MediaType) ?? FromFields(header, shape);
        RequireSameType(mediaType, header.MediaType);
        RequireOwnFields(mediaType, shape);
        return GetSchemaVersion(mediaType) == header.SchemaVersion
            ? mediaType
            : throw ImageFormatErrors.UnknownSchema(header.SchemaVersion);
    }

    private static string? FindNamed(string served, string own)
    {
        if (IsKnown(served))
        {
            return served;
        }

        return IsKnown(own) ? own : null;
    }

    private static bool IsKnown(string mediaType) =>
        MediaTypes.IsIndex(mediaType) || MediaTypes.IsSingleImage(mediaType) || MediaTypes.IsSchema1(mediaType);

    private static string FromFields(ManifestDocuments.Header header, ManifestShape shape)
    {
        if (header.SchemaVersion == 1)
        {
            return shape.HasSignatures ? MediaTypes.DockerSchema1Signed : MediaTypes.DockerSchema1;
        }

        return shape.HasManifests ? MediaTypes.OciIndex : MediaTypes.OciManifest;
    }

    private static void RequireSameType(string mediaType, string own)
    {
        if (own.Length > 0 && own != mediaType && !(MediaTypes.IsSchema1(mediaType) && MediaTypes.IsSchema1(own)))
        {
            throw ImageFormatErrors.Contradiction(mediaType, own);
        }
    }

    private static void RequireOwnFields(string mediaType, ManifestShape shape)
    {
        var foreign = MediaTypes.IsIndex(mediaType) ? shape.FieldOfOneImage : shape.FieldOfIndex;
        if (foreign is not null)
        {
            throw ImageFormatErrors.Ambiguous(mediaType, foreign);
        }
    }

    private static int GetSchemaVersion(string mediaType) => MediaTypes.IsSchema1(mediaType) ? 1 : 2;
}
