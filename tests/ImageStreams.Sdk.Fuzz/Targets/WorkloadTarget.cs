using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Fuzz;

/// <summary>Checks workloads; what is not a workload is passed over.</summary>
internal abstract class WorkloadTarget(string name, byte[][] seeds) : FuzzTarget(name, seeds, Tokens.Json)
{
    public override void Check(ReadOnlySpan<byte> input)
    {
        if (Workload.TryParse(input, out var workload))
        {
            Check(workload);
        }
        else if (input.Length % 16 == 0)
        {
            ExpectWireFormatException(input);
        }
    }

    protected abstract void Check(Workload workload);

    private static void ExpectWireFormatException(ReadOnlySpan<byte> input)
    {
        try
        {
            Workload.Parse(input);
        }
        catch (WireFormatException)
        {
            return;
        }

        throw new BrokenPropertyException("Parse takes what TryParse does not");
    }
}
