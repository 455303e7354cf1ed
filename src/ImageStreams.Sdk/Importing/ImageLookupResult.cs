using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>What looking up the image of a tag came to, before anything is recorded.</summary>
internal abstract record ImageLookupResult
{
    private ImageLookupResult()
    {
    }

    public abstract ImportOutcome Outcome { get; }

    /// <summary>The tag points to it already; no image was fetched.</summary>
    internal sealed record Unchanged(Digest Image, ServingRegistry Source) : ImageLookupResult
    {
        public override ImportOutcome Outcome => ImportOutcome.Unchanged;
    }

    /// <summary>It is news.</summary>
    internal sealed record Fetched(FetchedImage Image, ServingRegistry Source) : ImageLookupResult
    {
        public override ImportOutcome Outcome => ImportOutcome.Imported;
    }

    /// <summary>There is nothing to look up.</summary>
    internal sealed record NotImportable(NotImportableReason Obstacle) : ImageLookupResult
    {
        public override ImportOutcome Outcome => ImportOutcome.Failed;
    }

    /// <summary>It could not be had.</summary>
    internal sealed record Failed(ImportError Fault) : ImageLookupResult
    {
        /// <summary>The image that was had but breaks the rules of the API; null in other cases.</summary>
        public Image? Refused { get; init; }

        public override ImportOutcome Outcome => ImportOutcome.Failed;
    }
}
