namespace ImageStreams.Importing;

/// <summary>The outcomes of the import of one tag.</summary>
public enum ImportOutcome
{
    /// <summary>The registry has an image that the tag does not have; it was fetched.</summary>
    Imported,

    /// <summary>The registry has the image that the tag has.</summary>
    Unchanged,

    /// <summary>The image could not be imported.</summary>
    Failed,
}
