using ImageStreams.Internal;

namespace ImageStreams.Policies;

/// <summary>An order of tags.</summary>
internal abstract class ContenderOrder
{
    /// <summary>Reads what the order needs, or the reason for which it has no place for the tag.</summary>
    public abstract void Read(Contender contender);

    /// <summary>Compares two tags that have a place; negative when the left one is lower.</summary>
    public abstract int Compare(Contender left, Contender right);

    /// <summary>Creates the order of a policy.</summary>
    public static ContenderOrder Create(TagPolicy policy, DialectRules rules) => policy.Order switch
    {
        TagPolicyOrder.SemVer => new VersionOrder(rules, policy.Parts),
        TagPolicyOrder.Numeric => rules.NumbersAreFloats ? new FloatOrder() : new NumberOrder(),
        TagPolicyOrder.Created => new CreationOrder(rules.AbsentTimeIsEpoch),
        TagPolicyOrder.Digest => new NameOrder(policy.Tag),
        _ => new TextOrder(),
    };

    private sealed class TextOrder : ContenderOrder
    {
        public override void Read(Contender contender)
        {
        }

        public override int Compare(Contender left, Contender right) => Utf8Order.Compare(left.Value, right.Value);
    }

    private sealed class NameOrder(string? name) : ContenderOrder
    {
        public override void Read(Contender contender) =>
            contender.Fault = contender.Tag.Name == name ? null : TagRejection.NotTheTag;

        public override int Compare(Contender left, Contender right) => 0;
    }

    private sealed class CreationOrder(bool absentIsEpoch) : ContenderOrder
    {
        public override void Read(Contender contender)
        {
            contender.Created = contender.Tag.Created ?? ImageCreationTime.Epoch;
            contender.Fault = contender.Tag.Created is null && !absentIsEpoch ? TagRejection.NoCreationTime : null;
        }

        public override int Compare(Contender left, Contender right) => left.Created.CompareTo(right.Created);
    }

    private sealed class NumberOrder : ContenderOrder
    {
        public override void Read(Contender contender)
        {
            contender.Number = ExactNumber.Read(contender.Value);
            contender.Fault = contender.Number is null ? TagRejection.NotANumber : null;
        }

        public override int Compare(Contender left, Contender right) => left.Number!.CompareTo(right.Number!);
    }

    private sealed class FloatOrder : ContenderOrder
    {
        public override void Read(Contender contender)
        {
            contender.Fault = GoFloat.TryParse(contender.Value, out var number) ? null : TagRejection.NotANumber;
            contender.Float = number;
        }

        // What is not a number is neither less nor greater than any number.
        public override int Compare(Contender left, Contender right) =>
            (left.Float > right.Float ? 1 : 0) - (left.Float < right.Float ? 1 : 0);
    }
}
