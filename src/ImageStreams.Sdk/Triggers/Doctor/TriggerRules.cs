using System.Collections.Frozen;
using ImageStreams.Collections;

namespace ImageStreams.Triggers;

/// <summary>
/// Everything that <see cref="TriggerDoctor"/> looks for; findings, SARIF and the documentation take it from here.
/// </summary>
/// <remarks>
/// IST10.. are mistakes of a trigger in itself, IST11.. say why its tag does not move, IST12.. what keeps the object back,
/// IST13.. concern builds, IST14.. deployment configurations, and IST19.. objects that cannot be read.
/// </remarks>
public static partial class TriggerRules
{
    /// <summary>All rules, by code.</summary>
    public static ValueList<TriggerRule> All => Table.Rules;

    /// <summary>The rule of a code, or null when there is none.</summary>
    /// <param name="code">The code, such as <c>IST1002</c>.</param>
    public static TriggerRule? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Table.ByCode.GetValueOrDefault(code);
    }

    private static TriggerRule Error(string code, string name, string title, string help) =>
        new(code, name, TriggerSeverity.Error, title, help);

    private static TriggerRule Warning(string code, string name, string title, string help) =>
        new(code, name, TriggerSeverity.Warning, title, help);

    private static TriggerRule Note(string code, string name, string title, string help) =>
        new(code, name, TriggerSeverity.Note, title, help);

    /// <summary>Made when it is first asked for, and so after every rule.</summary>
    private static class Table
    {
        public static readonly ValueList<TriggerRule> Rules =
        [
            UnreadableAnnotation, PausedIsText, DuplicateField, UnwatchedKind, FieldOutsidePods, FieldIsNoImage, SingleQuotes,
            NoSuchContainer, WrongKind, ApiVersionGiven, NoTagNamed, MisspelledPause,
            NoSuchNamespace, NoSuchStream, NoSuchTag, NeverImported, ImportFails, UnversionedStream, AliasAcrossStreams, TagCycle,
            FollowsNothing, InvalidSource, PinnedTag, NotScheduled, ScheduledInVain,
            BlankImage, SameContainer, AppliedByAnother, WrittenByAnother, HeldBack, PausedTrigger, PausedObject, ControlledObject,
            NoBaseImage, BaseIsNoTag, NoParameters, EqualTriggers, BuildLoop, NoOutputStream,
            ManualTrigger, NoContainers,
            UnreadableObject,
        ];

        public static readonly FrozenDictionary<string, TriggerRule> ByCode =
            Rules.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);
    }
}
