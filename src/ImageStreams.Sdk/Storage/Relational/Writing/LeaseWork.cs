using System.Data.Common;

namespace ImageStreams.Storage;

/// <summary>A write of a lease.</summary>
/// <param name="name">The name of the lease.</param>
/// <param name="decide">Computes the new lease from the current one and the time; null to leave it as it is.</param>
/// <param name="cancellationToken">The token of the caller.</param>
internal sealed class LeaseWork(string name, Func<Lease?, DateTimeOffset, Lease?> decide, CancellationToken cancellationToken)
    : ResultWork<Lease?>(cancellationToken)
{
    private Lease? _current;

    public override object Identity => name;

    public override bool NeedsTime => true;

    /// <summary>Reads a row of name, holder, expiry and term.</summary>
    public static Lease Read(DbDataReader row) => new()
    {
        Name = row.GetString(0),
        Holder = row.GetString(1),
        Expires = StoreClock.FromMicroseconds(row.GetInt64(2)),
        Term = row.GetInt64(3),
    };

    public override Statement? Begin()
    {
        _current = null;
        return new Statement(StoreSql.FindLease, name);
    }

    public override void Take(DbDataReader row) => _current = Read(row);

    public override void Decide(WriteBatch batch)
    {
        var next = decide(_current, batch.Time);
        Accept(next);
        if (next is not null)
        {
            batch.Add(new Statement(
                StoreSql.WriteLease, name, next.Holder, StoreClock.ToMicroseconds(next.Expires), next.Term));
        }
    }
}
