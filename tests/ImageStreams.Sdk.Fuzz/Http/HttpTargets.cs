using System.Text;
using ImageStreams.Patching;

namespace ImageStreams.Fuzz;

/// <summary>Requests to the served API, as any client may send them.</summary>
internal static class HttpTargets
{
    public static IEnumerable<FuzzTarget> Create(Corpus corpus)
    {
        var server = new FuzzServer();
        yield return new HttpListTarget(server);
        yield return new HttpWatchTarget(server);
        yield return new HttpWritersTarget(server);
        foreach (var type in Enum.GetValues<PatchType>())
        {
            yield return new HttpPatchTarget(server, FuzzedObject.Stream, type, corpus.FindTexts("seeds-patches"));
            yield return new HttpPatchTarget(server, FuzzedObject.ConfigMap, type, corpus.FindTexts("seeds-patches-core"));
        }
    }

    /// <summary>Inputs that no seed begins are made as a whole.</summary>
    public static byte[][] NoSeeds { get; } = [Encoding.UTF8.GetBytes("")];
}
