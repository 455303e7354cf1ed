using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>What looking up the image of a tag came to, before anything is recorded.</summary>
internal abstract record LookedUpImage
{
    private LookedUpImage()
    {
    }

    public abstract ImportOutcome Outcome { get; }

    /// <summary>The tag points to it already; no image was fetched.</summary>
    internal sealed record Known(Digest Image, RegistrySource Source) : LookedUpImage
    {
        public override ImportOutcome Outcome => ImportOutcome.Unchanged;
    }

    /// <summary>It is news.</summary>
    internal sealed record Fetched(FetchedImage Image, RegistrySource Source) : LookedUpImage
    {
        public override ImportOutcome Outcome => ImportOutcome.Imported;
    }

    /// <summary>There is nothing to look up.</summary>
    internal sealed record Nothing(ImportObstacle Obstacle) : LookedUpImage
    {
        public override ImportOutcome Outcome => ImportOutcome.Failed;
    }

    /// <summary>It could not be had.</summary>
    internal sealed record Missing(ImportFault Fault) : LookedUpImage
    {
        /// <summary>The image that was had but breaks the rules of the API; null in other cases.</summary>
        public Image? Refused { get; init; }

        public override ImportOutcome Outcome => ImportOutcome.Failed;
    }
}
