namespace ImageStreams.Importing;

/// <summary>What came of looking up one tag.</summary>
public enum ImportOutcome
{
    /// <summary>Its image is news, and was fetched.</summary>
    Imported,

    /// <summary>Its image is the one that is known.</summary>
    Unchanged,

    /// <summary>Its image could not be had.</summary>
    Failed,
}
