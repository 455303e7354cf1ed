using System.Text;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Loading;

public class ExpansionBudgetTests
{
    [Fact]
    public void Expand_BudgetIsExhausted_LeavesReferences()
    {
        var budget = new ExpansionBudget(10);
        var scope = CreateScope(budget);
        Assert.Equal("-12345678-", scope.Expand("-${A}-", "", null).Text);
        Assert.False(budget.IsExhausted);
        Assert.Equal("-${A}-", scope.Expand("-${A}-", "", null).Text);
        Assert.Equal("${{A}}", scope.Expand("${{A}}", "", null).Text);
        Assert.True(budget.IsExhausted);

        budget.End();
        Assert.Equal("-${A}-", scope.Expand("-${A}-", "", null).Text);
    }

    [Fact]
    public void Expand_BudgetHasEnded_IsNotCounted()
    {
        var budget = new ExpansionBudget(10);
        budget.End();
        var scope = CreateScope(budget);
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal("12345678", scope.Expand("${A}", "", null).Text));
    }

    [Fact]
    public void Parse_ManyReferencesToLongValue_AreRefused()
    {
        var text = new StringBuilder("kind: Template\napiVersion: template.openshift.io/v1\nparameters:\n- name: A\n  value: ");
        text.Append('a', 2_000_000).Append("\nobjects:\n");
        for (var i = 0; i < 40; i++)
        {
            text.Append("- {kind: Secret, apiVersion: v1, metadata: {name: \"${A}\"}}\n");
        }

        var set = ManifestSet.Parse(text.ToString());
        Assert.Equal(ManifestProblemKind.TooLarge, Assert.Single(set.Problems).Kind);
        Assert.Equal((2_000_000, "${A}"), (set.Objects[0].Name.Length, set.Objects[^1].Name));
    }

    private static TemplateScope CreateScope(ExpansionBudget budget) =>
        new(null, new Dictionary<string, TemplateValue>(StringComparer.Ordinal) { ["A"] = new("12345678") }, budget);
}
