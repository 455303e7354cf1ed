namespace ImageStreams.Controllers;

/// <summary>Divides shards among replicas, so that the numbers of shards of any two differ by one at most.</summary>
internal static class ShardShare
{
    /// <summary>Gets the number of shards that a replica is to own.</summary>
    /// <param name="shards">The number of shards.</param>
    /// <param name="replicas">The number of replicas.</param>
    /// <param name="rank">The position of the replica among them, from zero; the first ones own the shards left over.</param>
    public static int GetCount(int shards, int replicas, int rank) =>
        (shards / replicas) + (rank < shards % replicas ? 1 : 0);

    /// <summary>Orders all shards so that each replica begins elsewhere, and they seldom ask for the same one.</summary>
    public static IEnumerable<int> OrderFor(int shards, int replicas, int rank)
    {
        var first = (int)((long)shards * rank / replicas);
        return Enumerable.Range(0, shards).Select(offset => (first + offset) % shards);
    }
}
