namespace ImageStreams.Manifests;

/// <summary>Creates the exceptions of edits of image names.</summary>
internal static class MentionErrors
{
    public static ManifestEditException Obstacle(ImageMention mention, string obstacle) =>
        Create(mention, ManifestEditFailure.NotSafe, obstacle);

    public static ManifestEditException NoName(ImageMention mention, string image) => Create(
        mention, ManifestEditFailure.InvalidValue, $"{ObjectNames.Show(image)} is not an image name; write it such as openshift/dotnet:10.0.");

    public static ManifestEditException NotInOnePlace(ImageMention mention, string image) => Create(
        mention,
        ManifestEditFailure.NotSafe,
        $"{ObjectNames.Show(image)} cannot be written there, because the name is put together of several parts; edit it by hand.");

    public static ManifestEditException Overlap(ImageMention mention) => Create(
        mention, ManifestEditFailure.Overlap, "Another edit concerns the same text; make one edit of both.");

    public static ManifestEditException NotSafe(ImageMention mention) => Create(
        mention, ManifestEditFailure.NotSafe, "The edited text would not mean what the edit asks for; edit it by hand.");

    private static ManifestEditException Create(ImageMention mention, ManifestEditFailure reason, string sentence) =>
        new(reason, $"{mention.Place}: {ObjectNames.Show(mention.Text)}: {sentence}", mention.Path, mention.Place);
}
