using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Fuzz;

/// <summary>The doctor over whatever can be read throws nothing and says the same twice; the graph throws one error.</summary>
internal sealed class DoctorTarget(byte[][] seeds) : FuzzTarget("doctor", seeds, Tokens.Json)
{
    public override void Check(ReadOnlySpan<byte> input)
    {
        var objects = new GraphObjects
        {
            Streams = Read<ImageStream>(input) is { } stream ? [stream] : [],
            BuildConfigs = Read<BuildConfig>(input) is { } build ? [build] : [],
            DeploymentConfigs = Read<DeploymentConfig>(input) is { } config ? [config] : [],
            Workloads = Workload.TryParse(input, out var workload) ? [workload] : [],
        };
        var findings = TriggerDoctor.Examine(objects);
        Expect.That(findings == TriggerDoctor.Examine(objects), "the findings are the same again");
        CreateGraph(objects);
    }

    private static void CreateGraph(GraphObjects objects)
    {
        try
        {
            Expect.That(TagGraph.Create(objects).NodeCount >= 0, "the graph is created");
        }
        catch (WireFormatException)
        {
            // A DeploymentConfig among the workloads has a malformed field that workloads do not read.
        }
    }

    private static T? Read<T>(ReadOnlySpan<byte> input)
        where T : class, IWireObject<T>
    {
        try
        {
            return ImageStreamJson.Deserialize<T>(input);
        }
        catch (WireFormatException)
        {
            return null;
        }
    }
}
