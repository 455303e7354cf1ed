using System.Data.Common;

namespace ImageStreams.Storage;

/// <summary>One write that waits for its transaction, which it shares with others.</summary>
/// <remarks>
/// The transaction reads what each write needs, lets each decide, executes what all have decided, and commits. Everything up to
/// that may happen several times, when a connection breaks. A write that is rejected does not disturb the others.
/// </remarks>
internal abstract class StoreWork
{
    /// <summary>The object or lease that the write changes; two writes of the same thing are not in one transaction. Null when their
    /// order is enough.</summary>
    public abstract object? Identity { get; }

    /// <summary>The estimated bytes of its statements.</summary>
    public virtual long Bytes => 256;

    /// <summary>True when the caller no longer waits for it.</summary>
    public abstract bool IsCanceled { get; }

    /// <summary>True when it needs the time of the database.</summary>
    public virtual bool NeedsTime => false;

    /// <summary>Begins an attempt: the query for at most one row that the decision needs; null for none.</summary>
    public abstract Statement? Begin();

    /// <summary>Takes the row that was found.</summary>
    public virtual void Take(DbDataReader row)
    {
    }

    /// <summary>Decides, and adds the statements of the write.</summary>
    public abstract void Decide(WriteBatch batch);

    /// <summary>Answers the caller after the transaction was committed, or needed no statements.</summary>
    public abstract void Complete();

    /// <summary>Answers the caller that nothing was written.</summary>
    public abstract void Fail(Exception error);
}
