namespace ImageStreams.Storage;

/// <summary>The places where threads meet in the protocol of updates and watches.</summary>
internal enum StoreStep
{
    /// <summary>A writer is about to wait for its turn.</summary>
    EnterGate,

    /// <summary>A writer has ended its turn.</summary>
    GateLeft,

    /// <summary>A writer is about to put the object into the index for reads of one object.</summary>
    WriteIndex,

    /// <summary>A writer is about to overwrite the oldest kept revision.</summary>
    KeepRevision,

    /// <summary>A writer is about to make its revision the latest.</summary>
    PublishRevision,

    /// <summary>A writer is about to publish its version.</summary>
    PublishVersion,

    /// <summary>A writer is about to wake the watchers that wait for a later revision.</summary>
    WakeWatchers,

    /// <summary>A reader is about to look an object up.</summary>
    ReadIndex,

    /// <summary>A reader is about to take the latest revision.</summary>
    ReadLatest,

    /// <summary>A reader is about to take a revision that may be gone.</summary>
    ReadKept,

    /// <summary>A reader is about to read the published version.</summary>
    ReadVersion,

    /// <summary>A watcher is about to subscribe.</summary>
    Subscribe,
}
