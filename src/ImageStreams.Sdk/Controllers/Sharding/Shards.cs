using System.Text;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>Divides streams and objects with triggers into shards, which are numbered from zero.</summary>
/// <remarks>
/// <para>The shard depends on the namespace and the name alone, and is the same in every process and every version of the
/// library: replicas of two versions share the work while one replaces the other. A stream and an object of the same name
/// are in the same shard.</para>
/// <para>The 64-bit FNV-1a hash of <c>namespace/name</c> in UTF-8 is mixed with the finalizer of MurmurHash3, and the
/// remainder of its division by the number of shards is the shard. <c>shop/ruby</c> is in shard 6 of 16.</para>
/// </remarks>
public static class Shards
{
    /// <summary>The highest number of shards.</summary>
    public const int MaxCount = 1024;

    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>Gets the shard of a stream.</summary>
    /// <param name="stream">The qualified name of the stream.</param>
    /// <param name="count">The number of shards, 1 to <see cref="MaxCount"/>.</param>
    /// <returns>The shard, from zero to one less than <paramref name="count"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public static int GetShard(ImageStreamName stream, int count)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return GetShard(stream.Namespace, stream.Name, count);
    }

    /// <summary>Gets the shard of an object with triggers; its kind does not matter.</summary>
    /// <param name="target">The object.</param>
    /// <param name="count">The number of shards, 1 to <see cref="MaxCount"/>.</param>
    /// <returns>The shard, from zero to one less than <paramref name="count"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public static int GetShard(TriggerObject target, int count)
    {
        ArgumentNullException.ThrowIfNull(target);
        return GetShard(target.Namespace, target.Name, count);
    }

    private static int GetShard(string ns, string name, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        return (int)(Mix(Hash(Hash(Hash(FnvOffset, ns), "/"), name)) % (ulong)count);
    }

    private static ulong Hash(ulong hash, string text)
    {
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ value) * FnvPrime);
        }

        return hash;
    }

    /// <summary>Spreads the bits of a hash, of which FNV leaves the low ones alike for names that differ at their end.</summary>
    private static ulong Mix(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
            hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
            return hash ^ (hash >> 33);
        }
    }
}
