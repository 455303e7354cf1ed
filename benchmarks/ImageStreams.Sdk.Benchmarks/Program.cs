using BenchmarkDotNet.Running;
using ImageStreams.Benchmarks.Quick;

if (args is [QuickMode.Command, .. var rest])
{
    return QuickMode.Run(rest, Console.Out, Console.Error);
}

if (args is [ClusterBenchClient.Command, var kubeconfig])
{
    return await ClusterBenchClient.RunAsync(kubeconfig, Console.Out).ConfigureAwait(false);
}

_ = BenchmarkSwitcher.FromAssembly(typeof(QuickMode).Assembly).Run(args);
return 0;
