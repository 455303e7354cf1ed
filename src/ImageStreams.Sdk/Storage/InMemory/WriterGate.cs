namespace ImageStreams.Storage;

/// <summary>Lets one writer at a time in, and counts the versions of streams and images together.</summary>
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

    /// <summary>Waits for its turn, which ends when the answer is disposed of.</summary>
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

    /// <summary>One writer's turn.</summary>
    internal readonly ref struct Turn(WriterGate gate)
    {
        /// <summary>The version that a write in this turn gets.</summary>
        public long NextVersion => gate._version + 1;

        /// <summary>Says that the write of this version can be read.</summary>
        public void Publish(long version)
        {
            StoreSteps.Reached(StoreStep.PublishVersion);
            Volatile.Write(ref gate._version, version);
        }

        /// <summary>Lets the next writer in.</summary>
        public void Dispose() => gate.Leave();
    }
}
