using System.Text;
using ImageStreams.Tests.Graphs;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

/// <summary>Everything that the doctor says of hundreds of mistakes: no sentence, place or correction changes by accident.</summary>
public class DoctorSentencesTests
{
    private const string Sentences = "tests/ImageStreams.Sdk.Tests/Triggers/Doctor/sentences.txt";

    [Fact]
    public void Examine_EachMistake_SaysWhatTheFileSays()
    {
        var sentences = new StringBuilder();
        foreach (var (name, examined) in ExaminedMistakes.All)
        {
            sentences.Append(name).Append('\n');
            foreach (var finding in Examine(examined as object[] ?? [examined]))
            {
                sentences.Append("  ").Append(finding).Append('\n');
                if (finding.Correction is { } correction)
                {
                    sentences.Append("    ").Append(correction).Append('\n');
                }
            }
        }

        RenewableFile.AssertEqual(Sentences, sentences.ToString());
    }
}
