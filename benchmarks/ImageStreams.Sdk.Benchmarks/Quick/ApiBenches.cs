using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Serialization;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>The served API over a socket of 127.0.0.1, beside the smallest API that returns the same bytes from memory.</summary>
/// <remarks>
/// The size is the number of tags of the stream that is read or written, the number of streams that are listed, and the number of
/// watches. Client and server share the cores.
/// </remarks>
public static class ApiBenches
{
    private const string Stream = ApiBenchServer.Streams + "/stream";

    // After a second, a part of the server still runs as it was first compiled, and the small one does not.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("api-get", Get),
        new("api-list", List),
        new("api-put", Put),
        new("api-fanout", FanOut),
        new("api-watch-memory", WatchMemory),
    ];

    private static QuickOperation Get(int size)
    {
        var server = ApiBenchServer.Start(streams: 1, tags: size);
        return Compare(server, ApiBenchSocket.GetRequest(Stream));
    }

    private static QuickOperation List(int size)
    {
        var server = ApiBenchServer.Start(streams: size, tags: 3);
        return Compare(server, ApiBenchSocket.GetRequest(ApiBenchServer.Streams));
    }

    private static QuickOperation Compare(ApiBenchServer server, byte[] request)
    {
        var (served, plain) = (server.Connect(), server.Connect());
        server.PlainBody = served.Ask(request);
        var plainRequest = ApiBenchSocket.GetRequest(ApiBenchServer.Plain);
        return new QuickOperation(() => served.Ask(request).Length)
        {
            Yardstick = () => plain.Ask(plainRequest).Length,
            JsonBytes = server.PlainBody.Length,
            WarmUp = WarmUp,
        };
    }

    // Every update changes a label, so that each is stored and has a version of its own. The client does the same for both.
    private static QuickOperation Put(int size)
    {
        var server = ApiBenchServer.Start(streams: 1, tags: size);
        var (served, plain) = (server.Connect(), server.Connect());
        var body = ImageStreamJson.SerializeToUtf8Bytes(server.Read());
        server.PlainBody = body;
        var number = 0;
        return new QuickOperation(() => (body = served.Ask(CreatePut(Stream, body, ++number))).Length)
        {
            Yardstick = () => plain.Ask(CreatePut(ApiBenchServer.Plain, server.PlainBody.Span, ++number)).Length,
            JsonBytes = body.Length,
            WarmUp = WarmUp,
        };
    }

    private static byte[] CreatePut(string path, ReadOnlySpan<byte> body, int number)
    {
        var next = JsonNode.Parse(body)!;
        next["metadata"]!["labels"] = new JsonObject { ["n"] = $"{number}" };
        return ApiBenchSocket.PutRequest(path, Encoding.UTF8.GetBytes(next.ToJsonString()));
    }

    private static QuickOperation FanOut(int size)
    {
        var server = ApiBenchServer.Start(streams: 1, tags: 10);
        var watches = server.Watch(size);
        var number = 0;
        return new QuickOperation(() =>
        {
            server.Annotate($"{++number}");
            return watches.Sum(watch => watch.ReadLine());
        });
    }

    private static QuickOperation WatchMemory(int size)
    {
        var server = ApiBenchServer.Start(streams: 1, tags: 10);
        GC.KeepAlive(server.Watch(10));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watches = server.Watch(size);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        var bytes = (after - before) / size;
        GC.KeepAlive(watches);
        return new QuickOperation(() => bytes, () => JsonValue.Create(bytes));
    }
}
