using System.Collections.Frozen;
using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>The rules of the <see cref="TriggerDoctor"/>, which findings, SARIF logs and the documentation share.</summary>
/// <remarks>
/// The codes IST10.. concern the trigger itself, IST11.. its tag, IST12.. its object, IST13.. builds, IST14.. deployment
/// configurations, IST15.. policies and gates of tags, and IST19.. objects that cannot be read.
/// <para>A new rule is one entry in the partial file of its subject, and one check in an <c>…Examination</c> that reports
/// it.</para>
/// </remarks>
public static partial class TriggerRules
{
    /// <summary>Registers every rule before any member is used.</summary>
    static TriggerRules()
    {
        // Without this constructor, the table could be read before the initializers of all partial files have run.
    }

    /// <summary>All rules, by code.</summary>
    public static ValueList<TriggerRule> All => Table.Rules;

    /// <summary>Finds the rule of a code; null when there is none.</summary>
    /// <param name="code">The code, such as <c>IST1002</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public static TriggerRule? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Table.ByCode.GetValueOrDefault(code);
    }

    private static TriggerRule Error(string code, string name, string title, string message, string help) =>
        Registry.Add(new TriggerRule(code, name, TriggerSeverity.Error, title, message, help));

    private static TriggerRule Warning(string code, string name, string title, string message, string help) =>
        Registry.Add(new TriggerRule(code, name, TriggerSeverity.Warning, title, message, help));

    private static TriggerRule Note(string code, string name, string title, string message, string help) =>
        Registry.Add(new TriggerRule(code, name, TriggerSeverity.Note, title, message, help));

    /// <summary>Collects the rules while the properties are initialized, in whatever order.</summary>
    private static class Registry
    {
        public static readonly List<TriggerRule> Rules = [];

        public static TriggerRule Add(TriggerRule rule)
        {
            Rules.Add(rule);
            return rule;
        }
    }

    /// <summary>The registered rules; initialized on first use, and so after all of them.</summary>
    private static class Table
    {
        public static readonly ValueList<TriggerRule> Rules =
            Registry.Rules.OrderBy(rule => rule.Code, StringComparer.Ordinal).ToValueList();

        public static readonly FrozenDictionary<string, TriggerRule> ByCode =
            Rules.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);
    }
}
