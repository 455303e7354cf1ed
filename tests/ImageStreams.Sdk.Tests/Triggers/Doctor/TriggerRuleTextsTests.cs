using System.Text;
using ImageStreams.Tests.Graphs;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Triggers;

/// <summary>The texts of all rules, which logs and the configurations of tools quote: none changes by accident.</summary>
public class TriggerRuleTextsTests
{
    private const string Texts = "tests/ImageStreams.Sdk.Tests/Triggers/Doctor/rules.txt";

    [Fact]
    public void All_Texts_AreThoseOfTheFile()
    {
        var texts = new StringBuilder();
        foreach (var rule in TriggerRules.All)
        {
            texts.Append(rule.Code).Append(' ').Append(rule.Name).Append(' ').Append(rule.Severity).Append('\n')
                .Append("  ").Append(rule.Title).Append('\n')
                .Append("  ").Append(FormatMessage(rule)).Append('\n')
                .Append("  ").Append(rule.Help).Append('\n');
        }

        RenewableFile.AssertEqual(Texts, texts.ToString());
    }

    [Fact]
    public void FormatMessage_OtherNumberOfArguments_IsRefused()
    {
        var e = Assert.Throws<ArgumentException>(() => TriggerRules.PausedIsText.FormatMessage());
        Assert.StartsWith("IST1002 has 1 arguments, not 0.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FormatMessage_NamesAndSentences_AreEscapedAndKept()
    {
        Assert.Equal("x\ny cannot exist: it\nis so.", TriggerRules.InvalidName.FormatMessage("x\ny", "it\nis so."));
        Assert.DoesNotContain('\n', TriggerRules.SingleQuotes.FormatMessage("x\ny"));
        Assert.StartsWith("The field '' has", TriggerRules.SingleQuotes.FormatMessage((object?)null), StringComparison.Ordinal);
        Assert.InRange(TriggerRules.SingleQuotes.FormatMessage(new string('x', 1000)).Length, 150, 250);
    }

    /// <summary>Formats the message with as many arguments as it has: their numbers.</summary>
    private static string FormatMessage(TriggerRule rule)
    {
        for (var count = 0; ; count++)
        {
            try
            {
                return rule.FormatMessage([.. Enumerable.Range(0, count).Select(i => $"<{i}>")]);
            }
            catch (ArgumentException) when (count < 5)
            {
                // It has more arguments.
            }
        }
    }
}
