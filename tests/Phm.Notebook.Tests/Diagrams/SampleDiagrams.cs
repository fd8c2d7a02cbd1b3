namespace Phm.Notebook.Tests.Diagrams;

/// <summary>Flowcharts as notebooks of population health have them, and some that try the layout.</summary>
internal static class SampleDiagrams
{
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["pipeline"] =
            """
            %% how linked data become a chart
            flowchart LR
              csv[(Linked CSV)] --> ingest[Ingest] --> population([Population])
              omop[(OMOP CDM)] -.-> ingest
              population --> segments{{Segmentation}} & cohorts{{Cohorts}}
              segments & cohorts ==> policy[[Disclosure policy]]
              policy --> table[Table] & chart[Chart]
            """,
        ["decision"] =
            """
            ---
            title: Who is offered proactive care
            ---
            graph TD
              A([Registered person]) --> B{Aged 65<br/>or over?}
              B -- Yes --> C{"eFI above 0.24?"}
              B -- No --> D{Two or more<br/>conditions?}
              C -->|Yes| E[Proactive care]:::offer
              C -->|"No (fit or mild)"| F[Usual care]
              D -->|Yes| G[Structured medication review]
              D -->|No| F
              G --> E
              classDef offer fill:#1f6f4a,stroke:#0d3d28
            """,
        ["frames"] =
            """
            flowchart TB
              subgraph system[Integrated care system]
                subgraph place1[East Kent]
                  gp1(Practice) --> pcn1(Network)
                end
                subgraph place2[West Kent and its neighbours]
                  gp2(Practice) --> pcn2(Network) --> loc2(Locality)
                end
                board((Board))
              end
              pcn1 --> board
              loc2 --> board
              board --> england[NHS England]
              place1 -.->|shares data| place2
              england --> gp1
            """,
        ["framesRight"] =
            """
            flowchart LR
              subgraph in [Sources]
                a[Primary care]
                b[Hospital]
                c[Community]
              end
              subgraph link [Linkage inside the secure environment]
                p[Pseudonymise] --> l[Link] --> q{Quality<br>good?}
              end
              subgraph use [Analysis]
                s[Segments] --> r[Report]
              end
              a & b & c --> p
              q -->|yes| s
              q -->|no| p
              in ~~~ link
            """,
        ["framesUp"] =
            """
            graph BT
              subgraph one [People, from below]
                a[Born] --> b[Registered]
                subgraph two [With a condition and its long name]
                  c[Diagnosed] -->|treated| d[Controlled]
                end
              end
              b --> c
              d --> e([Counted])
              two -.-> e
            """,
        ["framesLeft"] =
            """
            graph RL
              subgraph x [A title that is longer than what it holds]
                a[A]
              end
              subgraph y [Second]
                b[B] --> c{C}
              end
              a -- first --> b
              c --> d((D)) & e[E<br/>with two lines]
              style y fill:#fdebd0,stroke:#b9770e
            """,
        ["states"] =
            """
            flowchart LR
              fit((Fit)) -->|0.09 a year| mild((Mild)) -->|0.12| moderate((Moderate)) -->|0.17| severe((Severe))
              fit & mild & moderate & severe ==> dead(((Dead)))
              moderate -->|0.02| mild
              fit --> fit
              severe -- stays --> severe
            """,
        ["shapes"] =
            """
            graph BT
              a[Rectangle] --- b(Rounded) --x c([Stadium]) --o d[[Subroutine]]
              a --> e[(Database)] <--> f((Circle)) o--o g(((Double)))
              e --> h{Diamond} x--x i{{Hexagon}}
              h --> j[/Leaning right/] --> k[\Leaning left\]
              f --> l[/Trapezoid\] --> m[\Turned\] ---> n>Flag]
              style h fill:#fff3d6,stroke:#b07a00,stroke-width:2px
              style n fill:navy,color:white,stroke-dasharray: 5 5
            """,
        ["wide"] =
            """
            graph TD
              root[All people] --> s1[Generally well] & s2[Long-term conditions] & s3[Complex needs] & s4[Frailty] & s5[End of life] & s6[Maternity]
              s1 --> t1[Prevention]
              s2 --> t1 & t2[Disease management]
              s3 --> t2 & t3[Care coordination]
              s4 --> t3 & t4[Comprehensive geriatric assessment]
              s5 --> t3
              s6 --> t5[Maternity pathway]
              t1 & t2 & t3 & t4 & t5 --> out[(Outcomes)]
              root --> out
            """,
        ["circle"] =
            """
            flowchart TD
              plan[Plan] --> do[Do] --> study[Study] --> act[Act] --> plan
              study -. "evidence #quot;good enough#quot;" .-> publish[Publish]
            """,
    };
}
