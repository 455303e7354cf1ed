using System.Text;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The lines of a watch without some of its bookmarks, some of them twice, cut off after a number of bytes.</summary>
internal sealed class TorturedStream(Stream inner, int left, Func<int, int> next, TortureCounts counts) : MemoryStream
{
    private readonly StreamReader _reader = new(inner, Encoding.UTF8);
    private readonly Queue<string> _last = [];
    private byte[] _pending = [];
    private int _left = left;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0)
        {
            Interlocked.Increment(ref counts.Cuts);
            throw new IOException("The connection was cut off.");
        }

        while (_pending.Length == 0)
        {
            if (await _reader.ReadLineAsync(cancellationToken) is not { } line)
            {
                return 0;
            }

            _pending = Encoding.UTF8.GetBytes(Spoil(line + "\n"));
        }

        var read = Math.Min(Math.Min(buffer.Length, _pending.Length), _left);
        _pending.AsSpan(0, read).CopyTo(buffer.Span);
        _pending = _pending[read..];
        _left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        _reader.Dispose();
        base.Dispose(disposing);
    }

    private string Spoil(string line)
    {
        if (line.Contains("\"BOOKMARK\"", StringComparison.Ordinal))
        {
            return SpoilBookmark(line);
        }

        _last.Enqueue(line);
        if (next(20) != 0)
        {
            return line;
        }

        // The last events once more, in their order.
        var again = string.Concat(_last.TakeLast(4));
        _last.Clear();
        Interlocked.Increment(ref counts.Duplicates);
        return line + again;
    }

    private string SpoilBookmark(string line)
    {
        var isWithheld = next(2) == 0;
        Interlocked.Increment(ref isWithheld ? ref counts.Withheld : ref counts.Bookmarks);
        return isWithheld ? "" : line;
    }
}
