using ImageStreams;
using ImageStreams.AotSmoke;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

// A cluster without controllers, and a connection as a kubeconfig on disk says.
await using var cluster = await FakeCluster.StartAsync(new FakeClusterOptions { RunsImports = false, RunsTriggers = false });
var digest = cluster.Registry.Registry.Push("team/app:1", SyntheticImage.Create("app"));
var kubeconfig = Path.GetTempFileName();
await cluster.WriteKubeconfigAsync(kubeconfig);
using var connection = ClusterConnection.FromKubeconfig(kubeconfig);
File.Delete(kubeconfig);
var client = new KubernetesImageStreamClient(connection);
var tag = ImageStreamTagName.FromParts("shop", "app", "1");

// Write, list and watch.
var writer = new ObjectWriter(connection);
var source = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = $"{cluster.Registry.Host}/team/app:1" };
var written = await writer.WriteStreamAsync(new ImageStream
{
    Metadata = new ObjectMeta { Name = tag.Stream, Namespace = tag.Namespace },
    Spec = new ImageStreamSpec { Tags = [new TagReference { Name = tag.Tag, From = source, ImportPolicy = new TagImportPolicy { Insecure = true } }] },
});
Check.Equal(true, written is WriteOutcome<ImageStream>.Written { IsCreated: true });
var list = await client.Streams.ListAsync("shop");
Check.Equal(1, list.Items.Count);
var added = await FirstAsync(client.Streams.WatchAsync("shop"));
Check.Equal(tag.Stream, (added as WatchEvent<ImageStream>.Added)?.Object.Name);

// Import, while a wait watches.
var wait = client.WaitForImportAsync(tag, new WaitOptions { TimeLimit = TimeSpan.FromSeconds(30) });
await client.ImportDueAsync(tag.StreamName);
Check.Equal(digest.ToString(), (await wait).Image);

Console.WriteLine("connect, write, list, watch, import, wait: all as expected");

static async Task<T?> FirstAsync<T>(IAsyncEnumerable<T> values)
{
    await foreach (var value in values)
    {
        return value;
    }

    return default;
}
