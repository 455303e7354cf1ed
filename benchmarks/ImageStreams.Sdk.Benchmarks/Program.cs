using BenchmarkDotNet.Running;
using ImageStreams.Benchmarks.Quick;

if (args is [QuickMode.Command, .. var rest])
{
    return QuickMode.Run(rest, Console.Out, Console.Error);
}

_ = BenchmarkSwitcher.FromAssembly(typeof(QuickMode).Assembly).Run(args);
return 0;
