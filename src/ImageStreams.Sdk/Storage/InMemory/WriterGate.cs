namespace ImageStreams.Storage;

/// <summary>Admits one writer at a time, and counts the versions of all kinds together.</summary>
internal sealed class WriterGate
{
    private readonly Lock _lock = new();
    private long _version = 1;

    /// <summary>The version up to which every write can be read.</summary>
    public long Version
    {
        get
        {
            StoreSteps.Reached(StoreStep.ReadVersion);
            return Volatile.Read(ref _version);
        }
    }

    /// <summary>Waits for a turn, which ends when it is disposed of.</summary>
    public Turn Enter()
    {
        StoreSteps.Reached(StoreStep.EnterGate);
        _lock.Enter();
        return new Turn(this);
    }

    private void Leave()
    {
        _lock.Exit();
        StoreSteps.Reached(StoreStep.GateLeft);
    }

    /// <summary>The turn of one writer.</summary>
    internal readonly ref struct Turn(WriterGate gate)
    {
        /// <summary>The version that a write in this turn gets.</summary>
        public long NextVersion => gate._version + 1;

        /// <summary>Publishes the write of this version to readers.</summary>
        public void Publish(long version)
        {
            StoreSteps.Reached(StoreStep.PublishVersion);
            Volatile.Write(ref gate._version, version);
        }

        /// <summary>Admits the next writer.</summary>
        public void Dispose() => gate.Leave();
    }
}
