using System.Text.RegularExpressions;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Triggers;

public partial class TriggerRulesTests
{
    [Fact]
    public void All_HasEveryRuleOnceInTheOrderOfCodes()
    {
        var declared = typeof(TriggerRules).GetProperties()
            .Where(property => property.PropertyType == typeof(TriggerRule))
            .Select(property => (TriggerRule)property.GetValue(null)!)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal);

        Assert.Equal(declared, TriggerRules.All);
        Assert.Distinct(TriggerRules.All.Select(rule => rule.Code));
        Assert.Distinct(TriggerRules.All.Select(rule => rule.Name));
    }

    [Fact]
    public void All_AreNamedAndExplained() => Assert.All(TriggerRules.All, rule =>
    {
        Assert.Matches(Code(), rule.Code);
        Assert.Matches(Slug(), rule.Name);
        Assert.EndsWith(".", rule.Title, StringComparison.Ordinal);
        Assert.EndsWith(".", rule.Help, StringComparison.Ordinal);
    });

    [Fact]
    public void Find_Code_IsItsRule()
    {
        Assert.Same(TriggerRules.PausedIsText, TriggerRules.Find("IST1002"));
        Assert.Null(TriggerRules.Find("ist1002"));
        Assert.Equal("IST1002 paused-is-text", TriggerRules.PausedIsText.ToString());
    }

    [GeneratedRegex("^IST1[0-9]{3}$")]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Slug();
}
