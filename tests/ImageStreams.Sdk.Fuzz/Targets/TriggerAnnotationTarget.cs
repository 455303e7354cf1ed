using System.Text;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Fuzz;

/// <summary>The text of the trigger annotation: read, written and read again; scanned for corrections whatever it is.</summary>
internal sealed class TriggerAnnotationTarget(byte[][] seeds) : FuzzTarget("trigger-annotation", seeds, Tokens.Json)
{
    public override void Check(ReadOnlySpan<byte> input)
    {
        AnnotationScanner.Read(input);
        var text = Encoding.UTF8.GetString(input);
        try
        {
            // An empty namespace is written as none.
            var written = TriggerAnnotation.Write(TriggerAnnotation.Parse(text));
            Expect.Equal(written, TriggerAnnotation.Write(TriggerAnnotation.Parse(written)), "what is written stays");
        }
        catch (TriggerAnnotationException)
        {
            // The text is not a list of triggers, or cannot be written.
        }
    }
}
