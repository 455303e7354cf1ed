using ImageStreams.Collections;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>What became of the import of one tag.</summary>
public abstract record TagImportResult
{
    private TagImportResult()
    {
    }

    /// <summary>The tag's name.</summary>
    public required string Tag { get; init; }

    /// <summary>The stream after the import of all that was asked for; the one before, where it changed nothing.</summary>
    public required ImageStream Stream { get; init; }

    /// <summary>The tag points to an image that it did not point to, or was asked to take anew.</summary>
    public sealed record Imported : TagImportResult
    {
        /// <summary>The image that the tag points to now.</summary>
        public required Image Image { get; init; }

        /// <summary>The images of an index that was kept as it is, one for each platform; else empty.</summary>
        public ValueList<Image> Manifests { get; init; }

        /// <summary>The registry that answered.</summary>
        public required ServingRegistry Source { get; init; }
    }

    /// <summary>The tag points to the image that the registry has; no image was fetched.</summary>
    public sealed record Unchanged : TagImportResult
    {
        /// <summary>The image that the tag points to, by its digest.</summary>
        public required string Image { get; init; }

        /// <summary>The registry that answered.</summary>
        public required ServingRegistry Source { get; init; }
    }

    /// <summary>The image could not be imported; the tag points to what it did, and a condition says why.</summary>
    public sealed record Failed : TagImportResult
    {
        /// <summary>Why.</summary>
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
    }

    /// <summary>There is nothing to import for the tag.</summary>
    public sealed record NotImportable : TagImportResult
    {
        /// <summary>Why.</summary>
        public required NotImportableReason Reason { get; init; }
    }
}
