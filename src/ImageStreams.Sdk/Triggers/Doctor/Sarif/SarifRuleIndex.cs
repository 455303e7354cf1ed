namespace ImageStreams.Triggers;

/// <summary>The rules of a SARIF log with their positions: those of the doctor, then those of other checks.</summary>
internal sealed class SarifRuleIndex
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<SarifRule> _rules = [];

    public SarifRuleIndex(IEnumerable<SarifProblem> problems)
    {
        foreach (var rule in TriggerRules.All)
        {
            Add(new SarifRule
            {
                Code = rule.Code,
                Name = rule.Name,
                Severity = rule.Severity,
                Title = rule.Title,
                Help = rule.Help,
            });
        }

        foreach (var problem in problems)
        {
            Add(problem.Rule);
        }
    }

    /// <summary>The rules in the order of their positions.</summary>
    public IReadOnlyList<SarifRule> Rules => _rules;

    /// <summary>Gets the position of the rule with a code.</summary>
    public int GetPosition(string code) => _positions[code];

    private void Add(SarifRule rule)
    {
        if (_positions.TryAdd(rule.Code, _rules.Count))
        {
            _rules.Add(rule);
        }
    }
}
