using ImageStreams.Collections;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>The result of the import of one tag.</summary>
public abstract record TagImportResult
{
    private TagImportResult()
    {
    }

    /// <summary>The tag's name.</summary>
    public required string Tag { get; init; }

    /// <summary>The stream after the whole import; the same object as before when nothing changed.</summary>
    public required ImageStream Stream { get; init; }

    /// <summary>The result in a sentence or two: the image, where it comes from, or what to do about a failure.</summary>
    public abstract string Explanation { get; }

    /// <summary>The tag has a new image, or has imported its image again on request.</summary>
    public sealed record Imported : TagImportResult
    {
        /// <summary>The image that the tag points to.</summary>
        public required Image Image { get; init; }

        /// <summary>The images of an index that is kept, one for each platform; otherwise empty.</summary>
        public ValueList<Image> Manifests { get; init; }

        /// <summary>
        /// The other platforms of the index, such as <c>linux/arm64</c>, whose images the tag does not get under
        /// <see cref="ImportMode.Legacy"/>; empty when nothing was left out.
        /// </summary>
        public ValueList<string> DroppedPlatforms { get; init; }

        /// <summary>The registry that answered.</summary>
        public required ServingRegistry Source { get; init; }

        /// <inheritdoc/>
        public override string Explanation => DroppedPlatforms.IsEmpty
            ? $"Tag '{Tag}' has {Image.DockerImageReference} now, from {Source.Registry}."
            : $"Tag '{Tag}' has {Image.DockerImageReference} now, from {Source.Registry}. Of its index, "
                + $"{string.Join(", ", DroppedPlatforms)} {(DroppedPlatforms.Count == 1 ? "was" : "were")} left out; "
                + "importPolicy.importMode PreserveOriginal keeps all platforms.";

        /// <inheritdoc/>
        public override string ToString() => $"{Tag}: imported {Image.Name}";
    }

    /// <summary>The tag has the image that the registry has; no image was fetched.</summary>
    public sealed record Unchanged : TagImportResult
    {
        /// <summary>The digest of the image that the tag points to.</summary>
        public required string Image { get; init; }

        /// <summary>The registry that answered.</summary>
        public required ServingRegistry Source { get; init; }

        /// <inheritdoc/>
        public override string Explanation => $"Tag '{Tag}' has {Image} already, which is what {Source.Registry} has.";

        /// <inheritdoc/>
        public override string ToString() => $"{Tag}: unchanged {Image}";
    }

    /// <summary>The image could not be imported; the tag keeps its image and gets a condition.</summary>
    public sealed record Failed : TagImportResult
    {
        /// <summary>The error.</summary>
        public required ImportError Error { get; init; }

        /// <inheritdoc cref="ImportError.Reason"/>
        public string Reason => Error.Reason;

        /// <inheritdoc cref="ImportError.Message"/>
        public string Message => Error.Message;

        /// <inheritdoc cref="ImportError.Failure"/>
        public RegistryFailure? Failure => Error.Failure;

        /// <inheritdoc cref="ImportError.IsTransient"/>
        public bool IsTransient => Error.IsTransient;

        /// <inheritdoc cref="ImportError.RetryAfter"/>
        public TimeSpan? RetryAfter => Error.RetryAfter;

        /// <inheritdoc/>
        public override string Explanation => IsTransient
            ? $"Tag '{Tag}' keeps its image ({Reason}): {Message} A later attempt may succeed without a change."
            : $"Tag '{Tag}' keeps its image ({Reason}): {Message}";

        /// <inheritdoc/>
        public override string ToString() => $"{Tag}: failed, {Error}";
    }

    /// <summary>There is nothing to import for the tag.</summary>
    public sealed record NotImportable : TagImportResult
    {
        /// <summary>The reason.</summary>
        public required NotImportableReason Reason { get; init; }

        /// <inheritdoc/>
        public override string Explanation => Reason switch
        {
            NotImportableReason.NoSpecTag => $"The stream has no spec tag '{Tag}' that would name an image.",
            NotImportableReason.ReferenceOnly => $"Tag '{Tag}' only passes on its pull spec (reference: true).",
            NotImportableReason.MalformedReference => $"The from.name of tag '{Tag}' is not an image that a registry can have.",
            _ => $"Tag '{Tag}' does not follow an image in a registry (from.kind DockerImage).",
        };

        /// <inheritdoc/>
        public override string ToString() => $"{Tag}: not importable, {Reason}";
    }
}
