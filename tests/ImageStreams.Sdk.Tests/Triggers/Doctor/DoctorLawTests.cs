using System.Text.Json.Nodes;
using FsCheck.Xunit;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Tests.Builders;
using ImageStreams.Tests.Recordings;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Triggers;

/// <summary>The laws of the doctor: its findings and the evaluation agree.</summary>
public class DoctorLawTests
{
    [Property(Replay = "2026,1301", MaxTest = 400)]
    public void Examine_SilentTriggerWhoseTagMoves_Fires(int seed)
    {
        var objects = new RandomObjects(seed).Objects;
        var findings = TriggerDoctor.Examine(objects);
        var tags = new StreamTagLookup(objects.Streams);

        Assert.All(
            ExaminedTrigger.GetAll(objects).Where(trigger => trigger.IsSilent(findings, tags)),
            trigger => Assert.True(trigger.Fires(new StreamTagLookup(Move(objects.Streams, trigger.Tag!))), $"{trigger.Field}"));
    }

    [Property(Replay = "2026,1303", MaxTest = 400)]
    public void Examine_TriggerThatEvaluationPassesOver_IsFound(int seed)
    {
        var objects = new RandomObjects(seed).Objects;
        var findings = TriggerDoctor.Examine(objects);
        var tags = new StreamTagLookup(objects.Streams);

        Assert.All(
            ExaminedTrigger.GetAll(objects)
                .Where(trigger => trigger.Evaluate(tags) is not (TriggerStatus.Fires or TriggerStatus.Unchanged)),
            trigger => Assert.True(trigger.Findings(findings).Any(), $"{trigger.Field}"));
    }

    [Property(Replay = "2026,1305", MaxTest = 400)]
    public void Examine_CorrectionsMade_FindsNothingAgainAndNothingNew(int seed)
    {
        var objects = new RandomObjects(seed).Objects;
        var before = TriggerDoctor.Examine(objects);

        var after = Count(TriggerDoctor.Examine(Corrections.Apply(objects, before)));

        Assert.All(before.Where(finding => finding.Correction is not null).GroupBy(GetKey), group => Assert.True(
            after.GetValueOrDefault(group.Key) <= Count(before)[group.Key] - group.Count(), $"{group.Key} is there still"));
        Assert.All(after, pair => Assert.True(pair.Value <= Count(before).GetValueOrDefault(pair.Key), $"{pair.Key} is new"));
    }

    [Property(Replay = "2026,1307", MaxTest = 200)]
    public void Examine_CorrectionsMade_ChangeNothingElse(int seed)
    {
        var objects = new RandomObjects(seed).Objects;
        var corrected = Corrections.Apply(objects, TriggerDoctor.Examine(objects));

        Assert.All(objects.Workloads.Zip(corrected.Workloads), pair =>
        {
            Assert.Equal(WithoutAnnotation(pair.First), WithoutAnnotation(pair.Second));
            Assert.Equal(CountOccurrences("\"note\":\"mine\"", pair.First) - Removed(pair.First), CountOccurrences("\"note\":\"mine\"", pair.Second));
        });

        int Removed(Workload workload) => TriggerDoctor.Examine(objects).Count(finding => finding.Location.Name == workload.Name
            && finding is { Correction: not null } && finding.Rule == TriggerRules.DuplicateField);
    }

    [Property(Replay = "2026,1309", MaxTest = 100)]
    public void Examine_AnyOrderOfObjects_FindsTheSame(int seed)
    {
        var objects = new RandomObjects(seed).Objects;
        var reversed = new GraphObjects
        {
            Streams = objects.Streams.Reverse().ToValueList(),
            BuildConfigs = objects.BuildConfigs.Reverse().ToValueList(),
            DeploymentConfigs = objects.DeploymentConfigs.Reverse().ToValueList(),
            Workloads = objects.Workloads.Reverse().ToValueList(),
        };

        Assert.Equal(TriggerDoctor.Examine(objects), TriggerDoctor.Examine(reversed));
    }

    [Fact]
    public void RandomObjects_Many_HaveNearlyEveryRule()
    {
        TriggerRule[] never =
        [
            TriggerRules.MisspelledPause, TriggerRules.AppliedByAnother, TriggerRules.WrittenByAnother, TriggerRules.ControlledObject,
            TriggerRules.UnreadableObject, TriggerRules.MisplacedField, TriggerRules.DroppedTrigger, TriggerRules.IgnoredField,
            TriggerRules.NamespaceNotGiven, TriggerRules.NoParameters, TriggerRules.UnknownType,
        ];
        var worlds = Enumerable.Range(0, 400).Select(seed => new RandomObjects(seed).Objects).ToList();
        var found = worlds.SelectMany(objects => TriggerDoctor.Examine(objects)).Select(finding => finding.Rule).Distinct();

        var onPolicies = TriggerRules.All.Where(rule => rule.Code.StartsWith("IST15", StringComparison.Ordinal));
        Assert.Equal(TriggerRules.All.Except(never).Except(onPolicies), found.OrderBy(rule => rule.Code, StringComparer.Ordinal));
        Assert.InRange(
            worlds.Average(objects => ExaminedTrigger.GetAll(objects).Count(trigger => trigger.IsSilent(
                TriggerDoctor.Examine(objects), new StreamTagLookup(objects.Streams)))),
            2, 15);
    }

    /// <summary>Moves a tag to an image that no object has had.</summary>
    private static IEnumerable<ImageStream> Move(ValueList<ImageStream> streams, ImageStreamTagName tag)
    {
        var stream = streams.FirstOrDefault(one => (one.Metadata.Namespace, one.Metadata.Name) == (tag.Namespace, tag.Stream))
            ?? StreamBuilder.AnImageStream(tag.Stream).Build().In(tag.Namespace);
        var history = stream.Status.Tags.Find(tag.Tag) ?? new NamedTagEventList { Tag = tag.Tag };
        var moved = history with { Items = history.Items.Insert(0, StreamBuilder.AnEvent('9')), Conditions = [] };
        return [stream with { Status = stream.Status with { Tags = stream.Status.Tags.Set(moved) } }, .. streams];
    }

    /// <summary>The number of findings by rule and object, without build loops, which a correction may reveal.</summary>
    private static Dictionary<(TriggerRule, GraphField), int> Count(ValueList<TriggerFinding> findings) =>
        findings.Where(finding => finding.Rule != TriggerRules.BuildLoop).CountBy(GetKey).ToDictionary();

    private static (TriggerRule, GraphField) GetKey(TriggerFinding finding) => (finding.Rule, finding.Location with { Path = "" });

    private static string WithoutAnnotation(Workload workload)
    {
        var json = JsonNode.Parse(workload.Utf8)!;
        json["metadata"]!["annotations"]!.AsObject().Remove(ObjectFieldTrigger.AnnotationName);
        return json.ToJsonString();
    }

    private static int CountOccurrences(string text, Workload workload) =>
        workload.FindAnnotation(ObjectFieldTrigger.AnnotationName)!.Split(text).Length - 1;
}
