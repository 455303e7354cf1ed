namespace ImageStreams.Tool;

/// <summary>Says what is served, and how to ask.</summary>
internal static class ServeText
{
    /// <summary>Writes the lines.</summary>
    public static void Write(ToolEnvironment environment, ServeSettings settings, string server)
    {
        var output = TextOutput.ForOut(environment);
        output.Write("Serving image streams and workloads at ");
        output.WriteLine(server, Tone.Strong);
        output.WriteLine($"  data         {DescribeData(settings)}");
        output.WriteLine($"  kubeconfig   {settings.Kubeconfig}");
        output.WriteLine($"  status page  {server}/status");
        if (settings.WebhookSecretFile is not null)
        {
            output.WriteLine($"  webhooks     {server}/hooks/registry");
        }

        if (settings.IsDemo)
        {
            output.WriteLine($"  demo         {DemoImages.Summary}");
        }

        output.WriteLine();
        output.WriteLine($"  kubectl --kubeconfig {settings.Kubeconfig} get imagestreams -A -w", Tone.Muted);
        output.WriteLine();
    }

    private static string DescribeData(ServeSettings settings)
    {
        if (settings.IsInCluster)
        {
            return $"imagestreams.{settings.StoreGroup} of the cluster";
        }

        return settings.IsInMemory ? "in memory, until the end" : settings.Data;
    }
}
