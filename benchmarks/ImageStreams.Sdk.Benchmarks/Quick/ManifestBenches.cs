using System.Text;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Graphs;
using ImageStreams.Manifests;
using ImageStreams.References;
using YamlDotNet.Core;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Folders of manifests, by their number of objects; the yardstick reads the same files with YamlDotNet's parser alone.</summary>
public static class ManifestBenches
{
    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("manifests-load", size => Measure(size, folder => Load(folder).Objects.Count)),
        new("manifests-impact", size => Measure(size, CountImpact)),
    ];

    private static QuickOperation Measure(int size, Func<ManifestFolder, long> work)
    {
#pragma warning disable CA2000 // deleted when the process ends
        var folder = ManifestFolder.Create(size);
#pragma warning restore CA2000
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var result = 0L;
        return new QuickOperation(() => result = work(folder), () => result) { Yardstick = () => CountEvents(folder) };
    }

    private static long CountImpact(ManifestFolder folder) =>
        TagGraph.Create(Load(folder).ToGraphObjects()).ComputeImpact(ImageStreamTagName.Parse(ManifestFolder.FirstTag)).Count;

    private static ManifestSet Load(ManifestFolder folder) => ManifestSet.LoadAsync([folder.Path]).GetAwaiter().GetResult();

    private static long CountEvents(ManifestFolder folder)
    {
        var events = 0L;
        foreach (var file in Directory.EnumerateFiles(folder.Path))
        {
            using var reader = new StreamReader(file, Encoding.UTF8);
            var parser = new Parser(reader);
            while (parser.MoveNext())
            {
                events++;
            }
        }

        return events;
    }
}
