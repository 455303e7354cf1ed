using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>The program that has all streams of a cluster in a cache, and ends.</summary>
public static class ClusterBenchClient
{
    /// <summary>The first argument of the program that runs it.</summary>
    public const string Command = "cluster-list-client";

    /// <summary>Creates the command line that runs it.</summary>
    public static string[] CreateCommand(string kubeconfig)
    {
        var program = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, Path.Combine(AppContext.BaseDirectory, "ImageStreams.Sdk.Benchmarks.dll")]
            : [program];
        return [.. host, Command, kubeconfig];
    }

    /// <summary>Lists the streams, and prints how many are in the cache.</summary>
    public static async Task<int> RunAsync(string kubeconfig, TextWriter output)
    {
        using var connection = ClusterConnection.FromKubeconfig(kubeconfig);
        using var stop = new CancellationTokenSource();
        var reflector = new Reflector<ImageStream>(ObjectSource.FromStreams(new KubernetesImageStreamClient(connection)));
        var running = reflector.RunAsync(stop.Token);
        await reflector.WhenSyncedAsync().ConfigureAwait(false);
        await output.WriteLineAsync($"{reflector.Objects.Count}").ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(false);
        return 0;
    }
}
