namespace ImageStreams.Validation;

/// <summary>Validates an image: its name, pull spec and signatures, and the manifests of an index.</summary>
internal static class ImageRules
{
    /// <summary>Checks an image, which may be part of another object.</summary>
    public static void Check(Image image, FieldPath path, FieldErrors errors)
    {
        ObjectMetaRules.Check(
            image.Metadata, isNamespaced: false, PathSegmentRules.FindProblems, path.Child("metadata"), errors);
        CheckReference(image.DockerImageReference ?? "", path.Child("dockerImageReference"), errors);
        if (!image.DockerImageManifests.IsEmpty && !image.DockerImageLayers.IsEmpty)
        {
            errors.Invalid(path.Child("dockerImageLayers"), null,
                "An image with manifests has no layers of its own: remove one of the two.");
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
            errors.Required(path, "The image needs a pull spec.");
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
            errors.Invalid(path.Child("digest"), manifest.Digest, $"'{NameTexts.Excerpt(manifest.Digest)}' does not contain a digest: use "
                + "its algorithm, ':' and at least 32 hexadecimal digits.");
        }

        if (!MediaTypeRules.IsValid(manifest.MediaType))
        {
            errors.Invalid(path.Child("mediaType"), manifest.MediaType,
                $"'{NameTexts.Excerpt(manifest.MediaType)}' is not a media type such as application/json (RFC 6838).");
        }

        if (manifest.ManifestSize < 0)
        {
            errors.Invalid(
                path.Child("size"), manifest.ManifestSize, "The size of a manifest is not negative: use its length in bytes.");
        }

        CheckPlatform(manifest, path, errors);
    }

    private static void CheckPlatform(ImageManifest manifest, FieldPath path, FieldErrors errors)
    {
        if (manifest.Architecture.Length == 0)
        {
            errors.Required(path.Child("architecture"), "The manifest needs an architecture.");
        }

        if (manifest.Os.Length == 0)
        {
            errors.Required(path.Child("os"), "The manifest needs an operating system.");
        }
    }
}
