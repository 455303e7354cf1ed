namespace ImageStreams.Storage;

/// <summary>A write of records of the state.</summary>
internal sealed class StateWork(IReadOnlyList<Statement> statements, long bytes, CancellationToken cancellationToken)
    : ResultWork<bool>(cancellationToken)
{
    public override object? Identity => null;

    public override long Bytes => bytes;

    public override Statement? Begin() => null;

    public override void Decide(WriteBatch batch)
    {
        foreach (var statement in statements)
        {
            batch.Add(statement);
        }

        Accept(true);
    }
}
