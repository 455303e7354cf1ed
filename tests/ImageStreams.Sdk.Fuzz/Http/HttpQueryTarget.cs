using System.Text;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Fuzz;

/// <summary>Queries over a few streams that nobody changes.</summary>
internal abstract class HttpQueryTarget(string name, FuzzServer server) : FuzzTarget(name, HttpTargets.NoSeeds, Tokens.Names)
{
    protected const string Namespace = "fuzz-list";
    protected const string Path = $"/apis/image.openshift.io/v1/namespaces/{Namespace}/imagestreams";

    private static readonly (string Name, string Label)[] Streams = [("s1", "1"), ("s2", "2"), ("s3", "1"), ("s4", ""), ("s5", "10")];

    private bool _isReady;

    public override int Cost => 16;

    protected FuzzServer Server => server;

    public override void Check(ReadOnlySpan<byte> input) => CheckAsync(Encoding.UTF8.GetString(input)).GetAwaiter().GetResult();

    protected sealed override ReadOnlySpan<byte> CreateInput(SplitMix random) => Encoding.UTF8.GetBytes(CreateQuery(ref random));

    protected abstract string CreateQuery(ref SplitMix random);

    protected abstract Task CheckQueryAsync(string query);

    private async Task CheckAsync(string query)
    {
        if (!_isReady)
        {
            await PrepareAsync().ConfigureAwait(false);
            _isReady = true;
        }

        // A query that was shortened may be none.
        var isQuery = Uri.IsWellFormedUriString($"{Path}?{query}", UriKind.Relative);
        await (isQuery ? CheckQueryAsync(query) : Task.CompletedTask).ConfigureAwait(false);
    }

    private async Task PrepareAsync()
    {
        foreach (var (name, label) in Streams)
        {
            if (await server.Store.Streams.FindAsync(new ObjectKey(Namespace, name)).ConfigureAwait(false) is null)
            {
                await server.Cluster.Client.Streams.CreateAsync(Create(name, label)).ConfigureAwait(false);
            }
        }
    }

    private static ImageStream Create(string name, string label) => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = Namespace,
            Name = name,
            Labels = ValueMap.Create<string>([new("l", label), new("example.com/x", name)]),
        },
    };
}
