namespace ImageStreams.Validation;

/// <summary>An image: its name, where it is pulled from, its signatures, and the manifests of an index.</summary>
internal static class ImageRules
{
    /// <summary>Checks an image, which may be a part of another object.</summary>
    public static void Check(Image image, FieldPath path, FieldErrors errors)
    {
        ObjectMetaRules.Check(
            image.Metadata, isNamespaced: false, PathSegmentRules.FindProblems, path.Child("metadata"), errors);
        CheckReference(image.DockerImageReference ?? "", path.Child("dockerImageReference"), errors);
        if (!image.DockerImageManifests.IsEmpty && !image.DockerImageLayers.IsEmpty)
        {
            errors.Invalid(path.Child("dockerImageLayers"), null,
                "An image of several manifests has no layers of its own: remove either.");
        }

        for (var i = 0; i < image.Signatures.Count; i++)
        {
            SignatureRules.Check(image.Signatures[i], path.Child("signatures").Index(i), errors);
        }

        for (var i = 0; i < image.DockerImageManifests.Count; i++)
        {
            CheckManifest(image.DockerImageManifests[i], path.Child("dockerImageManifests").Index(i), errors);
        }
    }

    private static void CheckReference(string pullSpec, FieldPath path, FieldErrors errors)
    {
        if (pullSpec.Length == 0)
        {
            errors.Required(path, "The image needs the pull spec that it can be had by.");
        }
        else if (!PullSpecRules.TryParse(pullSpec, out _, out var problem))
        {
            errors.Invalid(path, pullSpec, problem);
        }
    }

    private static void CheckManifest(ImageManifest manifest, FieldPath path, FieldErrors errors)
    {
        if (!LenientDigest.OccursIn(manifest.Digest))
        {
            errors.Invalid(path.Child("digest"), manifest.Digest, $"'{NameTexts.Excerpt(manifest.Digest)}' holds no digest: write "
                + "its algorithm, ':' and at least 32 hexadecimal digits.");
        }

        if (!MediaTypeRules.IsValid(manifest.MediaType))
        {
            errors.Invalid(path.Child("mediaType"), manifest.MediaType,
                $"'{NameTexts.Excerpt(manifest.MediaType)}' is no media type such as application/json (RFC 6838).");
        }

        if (manifest.ManifestSize < 0)
        {
            errors.Invalid(path.Child("size"), manifest.ManifestSize, "A manifest has no negative size: write its length in bytes.");
        }

        CheckPlatform(manifest, path, errors);
    }

    private static void CheckPlatform(ImageManifest manifest, FieldPath path, FieldErrors errors)
    {
        if (manifest.Architecture.Length == 0)
        {
            errors.Required(path.Child("architecture"), "The manifest needs the architecture that it is for.");
        }

        if (manifest.Os.Length == 0)
        {
            errors.Required(path.Child("os"), "The manifest needs the operating system that it is for.");
        }
    }
}
