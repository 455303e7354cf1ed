namespace ImageStreams.Manifests;

/// <summary>An image name in a file that is no manifest of a cluster: its place, the image, and whether it can be edited.</summary>
/// <remarks>Immutable; equal only to itself.</remarks>
public sealed class ImageMention
{
    private readonly ImageText _image;

    internal ImageMention(ManifestFile file, ImageMentionFormat format, MentionDraft draft, string? obstacle)
    {
        File = file;
        Format = format;
        Draft = draft;
        Image = draft.Image;
        Obstacle = obstacle;
        _image = ImageText.Parse(draft.Image ?? "");
    }

    /// <summary>The file.</summary>
    public ManifestFile File { get; }

    /// <summary>The format of the file.</summary>
    public ImageMentionFormat Format { get; }

    /// <summary>The place where the name begins; of a name in several fields, that of its repository.</summary>
    public TextPlace Place => File.Source.GetPlace(Draft.Span.Start, Draft.Document);

    /// <summary>The offset of the name in <see cref="ManifestFile.Text"/>, in UTF-16 code units.</summary>
    public int Start => Draft.Span.Start;

    /// <summary>The length of the name in <see cref="ManifestFile.Text"/>, in UTF-16 code units.</summary>
    public int Length => Draft.Span.Length;

    /// <summary>The name as it is written, such as <c>${BASE}:10.0</c>; of a name in several fields, that of its repository.</summary>
    public string Text => File.Text.Substring(Start, Length);

    /// <summary>The path of the field, such as <c>services.web.image</c>; in a Dockerfile the instruction, such as <c>COPY --from</c>.</summary>
    public string Path => Draft.Path;

    /// <summary>The whole image name, with the defaults that the file gives to variables; null when one of them has none.</summary>
    public string? Image { get; }

    /// <summary>The repository of <see cref="Image"/>, without tag and digest; empty when the image is not known.</summary>
    public string Repository => _image.Repository;

    /// <summary>The tag of <see cref="Image"/>; empty when it has none.</summary>
    public string Tag => _image.Tag;

    /// <summary>The digest of <see cref="Image"/>, such as <c>sha256:…</c>; empty when it has none.</summary>
    public string Digest => _image.Digest;

    /// <summary>A sentence with the reason why tag and digest cannot be edited; null when they can.</summary>
    public string? Obstacle { get; }

    /// <summary>Gets a value indicating whether tag and digest can be edited.</summary>
    public bool CanEdit => Obstacle is null;

    internal MentionDraft Draft { get; }

    /// <summary>Creates an edit that replaces the whole image name.</summary>
    /// <param name="image">The new image name, such as <c>openshift/dotnet:10.0</c>.</param>
    /// <returns>The edit, for <see cref="ImageMentionSet.Edit"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is null.</exception>
    public ImageMentionEdit WithImage(string image) => new() { Mention = this, Image = image };

    /// <summary>Creates an edit that replaces the tag, and removes the digest, which belongs to the former tag.</summary>
    /// <param name="tag">The new tag; empty to remove it.</param>
    /// <returns>The edit, for <see cref="ImageMentionSet.Edit"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public ImageMentionEdit WithTag(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return WithImage((_image with { Tag = tag, Digest = "" }).ToString());
    }

    /// <summary>Creates an edit that pins the image: it keeps the tag, and sets the digest.</summary>
    /// <param name="digest">The digest, such as <c>sha256:…</c>; empty to remove it.</param>
    /// <returns>The edit, for <see cref="ImageMentionSet.Edit"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="digest"/> is null.</exception>
    public ImageMentionEdit WithDigest(string digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return WithImage((_image with { Digest = digest }).ToString());
    }

    /// <summary>Returns the place and the name as it is written.</summary>
    /// <returns>A text such as <c>Dockerfile:1:6: alpine:3.20</c>.</returns>
    public override string ToString() => $"{Place}: {Text}";
}
